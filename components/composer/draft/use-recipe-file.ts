import { type ClipboardEvent, type DragEvent, useEffect, useRef, useState } from "react";
import { showToast } from "@/components/ui/toast-store";
import { refusalWords } from "@/lib/client/api/refusal-words";
import { RequestError } from "@/lib/client/api/request-json";
import { placedImage } from "@/lib/client/gallery/gallery-lookup";
import { useGallery } from "@/lib/client/gallery/use-gallery";
import type { Draft } from "@/lib/domain/generation/draft";
import { pastedFile } from "./pasted-file";

export type RecipeFileState = "idle" | "over" | "reading";

/** A recipe out of a file; its picture is the parent where it is one of this session's. */
type FiledRecipe = Omit<Draft, "imageCount" | "savedAt">;

/**
 * Takes picture files that are dropped on the form, pasted into it or picked, and gives the recipes
 * that they carry. `zone` belongs on the form's element.
 */
export function useRecipeFile(take: (recipe: FiledRecipe) => void) {
  const [state, setState] = useState<RecipeFileState>("idle");
  const newest = useRef<File>(null);
  const gallery = useGallery();
  useFilesStayOutside();

  const read = async (file: File) => {
    newest.current = file;
    setState("reading");
    try {
      const { readRecipeOf } = await import("@/components/composer/draft/recipe-api");
      const { modelId, prompt, options, imageId } = await readRecipeOf(file);
      const parentImageId = placedImage(gallery, imageId) ? imageId : null;
      if (newest.current === file) take({ modelId, prompt, options, parentImageId });
    } catch (thrown) {
      showToast(problemWords(thrown, file));
    } finally {
      if (newest.current === file) setState("idle");
    }
  };

  const zone = {
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      setState("over");
    },
    onDragLeave({ currentTarget, relatedTarget }: DragEvent) {
      if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) setState("idle");
    },
    onDrop(event: DragEvent) {
      const file = event.dataTransfer.files.item(0);
      if (!file) return;
      event.preventDefault();
      void read(file);
    },
    onPaste(event: ClipboardEvent) {
      const file = pastedFile(event.clipboardData);
      if (!file) return;
      event.preventDefault();
      void read(file);
    },
  };
  return { state, zone, read: (file: File) => void read(file) };
}

function problemWords(thrown: unknown, { name }: File): string {
  const hasNone = thrown instanceof RequestError && thrown.failure.code === "not_found";
  return hasNone
    ? `${name} carries no recipe. Pictures that were saved with their recipes do.`
    : refusalWords(thrown);
}

/** A file that misses the form must not take the place of the studio. */
function useFilesStayOutside() {
  useEffect(() => {
    const refuse = (event: globalThis.DragEvent) => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "none";
    };
    window.addEventListener("dragover", refuse);
    window.addEventListener("drop", refuse);
    return () => {
      window.removeEventListener("dragover", refuse);
      window.removeEventListener("drop", refuse);
    };
  }, []);
}
