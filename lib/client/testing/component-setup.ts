import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterEach, beforeEach, vi } from "vitest";

// Before each test of components: nothing is left of the one before, and what a page asks for has no answer by itself.
beforeEach(() => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Nothing answers in this test.")));
});
afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
  vi.unstubAllGlobals();
});
