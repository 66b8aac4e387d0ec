import { openMemoryStorage } from "./memory-storage";
import { describeStorage } from "./storage-contract";

describeStorage("memory storage", {
  open: async () => openMemoryStorage(),
  isPersistent: false,
});
