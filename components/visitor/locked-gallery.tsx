import { Button } from "@/components/ui/button";

const REFUSALS = {
  wrong: "That is not the password. Try again.",
  later: "That was tried too often. Wait a few minutes, then try again.",
} as const;
export type UnlockRefusal = keyof typeof REFUSALS;

/** The refusal that an address names, if it names one. */
export function unlockRefusal(name: string | null): UnlockRefusal | null {
  return name === "wrong" || name === "later" ? name : null;
}

/** Asks for the password of a gallery, and tells nothing about it. A plain form: it needs no script. */
export function LockedGallery({ token, refusal }: { token: string; refusal: UnlockRefusal | null }) {
  return (
    <main className="grid min-h-dvh place-content-center bg-panel p-6">
      <form
        method="post"
        action={`/g/${token}/unlock`}
        className="flex w-[min(340px,calc(100vw-48px))] flex-col"
      >
        <h1 className="mb-5 font-medium text-title">This gallery has a password</h1>
        <label htmlFor="password" className="mb-1 font-medium">
          Password
        </label>
        <input
          id="password"
          name="password"
          type="password"
          required
          // biome-ignore lint/a11y/noAutofocus: whoever mistyped goes on where they were.
          autoFocus={refusal === "wrong"}
          autoComplete="current-password"
          aria-describedby="password-note"
          aria-invalid={refusal === "wrong"}
          className="frame h-11 px-3"
        />
        <p
          id="password-note"
          role={refusal ? "alert" : undefined}
          className={`mt-1 min-h-5 ${refusal ? "text-danger" : "text-ink-muted"}`}
        >
          {refusal ? REFUSALS[refusal] : "The person who sent the link knows it."}
        </p>
        <Button type="submit" variant="primary" className="mt-3 h-11">
          Open the gallery
        </Button>
      </form>
    </main>
  );
}
