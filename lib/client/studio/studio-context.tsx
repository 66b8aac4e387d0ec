"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from "react";
import type { StudioData } from "@/lib/domain/gallery/studio-data";
import type { Generation } from "@/lib/domain/generation/generation";

/** A recipe on its way into the composer. `parentImageId` is what the next generation iterates on. */
export type ComposerSeed = { generation: Generation; parentImageId: string | null };

type StudioContextValue = StudioData & {
  /** The picture in the inspector. */
  openImageId: string | null;
  openImage(imageId: string | null): void;
  composerSeed: ComposerSeed | null;
  /** Puts a generation's recipe into the composer; a new object each time, so that it is taken each time. */
  iterate(seed: ComposerSeed): void;
};

const StudioContext = createContext<StudioContextValue | null>(null);

/** Gives the parts of the studio their data and the two things they share: the open picture, and the next recipe. */
export function StudioProvider({ data, children }: { data: StudioData; children: ReactNode }) {
  const [queryClient] = useState(() => new QueryClient());
  const [openImageId, openImage] = useState<string | null>(null);
  const [composerSeed, setComposerSeed] = useState<ComposerSeed | null>(null);
  const iterate = useCallback((seed: ComposerSeed) => setComposerSeed({ ...seed }), []);
  const value = useMemo(
    () => ({ ...data, openImageId, openImage, composerSeed, iterate }),
    [data, openImageId, composerSeed, iterate],
  );
  return (
    <QueryClientProvider client={queryClient}>
      <StudioContext value={value}>{children}</StudioContext>
    </QueryClientProvider>
  );
}

/** @throws when used outside `StudioProvider` */
export function useStudio(): StudioContextValue {
  const value = use(StudioContext);
  if (!value) throw new Error("useStudio needs a StudioProvider above it.");
  return value;
}
