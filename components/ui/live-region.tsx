/** Says its text to assistive technology when it changes, and shows nothing. Keep it mounted while it is silent. */
export function LiveRegion({ children }: { children: string }) {
  return (
    <p aria-live="polite" className="sr-only">
      {children}
    </p>
  );
}
