import Link from "next/link";

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-content-center gap-3 p-6 text-center">
      <h1 className="font-medium text-lg">There is nothing here</h1>
      <p className="text-ink-muted">The address is wrong, or what it led to is gone.</p>
      <p>
        <Link className="underline underline-offset-4" href="/">
          Go to the studio
        </Link>
      </p>
    </main>
  );
}
