import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { AppError } from "@/lib/domain/errors/app-error";
import { readSharedPage, type SharedPage } from "@/lib/server/doors/read-gallery-page";

/** What a visitor's page shows, read once for the page and its metadata together. */
export const readVisit = cache(async (token: string, before: string | null): Promise<SharedPage> => {
  try {
    return await readSharedPage(await headers(), token, before);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
});
