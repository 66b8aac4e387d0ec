import { GoneNotice } from "@/components/visitor/gone-notice";

export default function SharedNotFound() {
  return <GoneNotice />;
}
