import "server-only";

/** What takes writes of visitors, as it stands after `/g/<token>/`; "*" is one segment. All else there is only read. */
const VISITOR_WRITES = ["visitor", "unlock", "marks", "comments", "comments/*"];

/** Whether a visitor may send something to an address: the proxy lets no other method than GET and HEAD to the rest. */
export function takesVisitorWrites(pathname: string): boolean {
  const [, , , ...rest] = pathname.split("/");
  return VISITOR_WRITES.some((route) => {
    const segments = route.split("/");
    return (
      segments.length === rest.length &&
      segments.every((segment, place) => (segment === "*" ? rest[place] !== "" : segment === rest[place]))
    );
  });
}
