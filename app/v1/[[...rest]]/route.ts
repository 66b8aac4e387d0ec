import { refuseAddress } from "@/lib/server/doors/handle-api";

export {
  refuseAddress as DELETE,
  refuseAddress as GET,
  refuseAddress as OPTIONS,
  refuseAddress as PATCH,
  refuseAddress as POST,
  refuseAddress as PUT,
};
