/** Opens the studio when the server starts, so that work left by a stopped process is taken up at once. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startStudio } = await import("@/lib/server/start-studio");
  await startStudio();
}
