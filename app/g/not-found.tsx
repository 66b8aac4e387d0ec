import { GoneNotice } from "@/components/shared/gone-notice";

export default function SharedNotFound() {
  return <GoneNotice />;
}
