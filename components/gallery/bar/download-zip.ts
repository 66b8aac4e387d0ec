/** Has the browser save pictures as one zip, with a recipe for each. A form, since only forms can post and save. */
export function downloadZip(imageIds: readonly string[]): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/api/downloads";
  form.hidden = true;
  for (const id of imageIds) {
    const field = document.createElement("input");
    field.name = "imageIds";
    field.value = id;
    form.append(field);
  }
  document.body.append(form);
  form.submit();
  form.remove();
}
