import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { EndsField } from "./ends-field";
import { PasswordField } from "./password-field";
import { PermissionFields } from "./permission-fields";
import type { ShareForm } from "./use-share-form";

type ShareFieldsProps = {
  form: ShareForm;
  label: string;
  hasPassword: boolean;
  submitLabel: string;
  /** Beside the way out. */
  aside: ReactNode;
  /** What can be chosen only while a share is made. */
  children?: ReactNode;
};

/** The fields that making and editing a share have in common. */
export function ShareFields({ form, label, hasPassword, submitLabel, aside, children }: ShareFieldsProps) {
  const { draft, change, problems } = form;
  return (
    <form
      ref={form.element}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <div className="grid gap-3 px-4 pt-3 pb-4">
        <Field label="Title" note="Visitors see it above the pictures." error={problems.title}>
          {(wiring) => (
            <input
              data-autofocus
              {...wiring}
              type="text"
              dir="auto"
              autoComplete="off"
              value={draft.title}
              onChange={(event) => change({ title: event.currentTarget.value })}
              className="frame h-control w-full px-2 text-ink"
            />
          )}
        </Field>
        {children}
        <EndsField draft={draft} error={problems.expiresAt} onChange={change} />
        <PasswordField draft={draft} hasPassword={hasPassword} error={problems.password} onChange={change} />
        <PermissionFields draft={draft} onChange={change} />
      </div>
      <div className="sticky bottom-0 border-line border-t bg-raised px-4 py-3 max-desk:pb-[max(12px,env(safe-area-inset-bottom))]">
        {form.refusal && (
          <p role="alert" className="mb-2 text-pretty text-danger">
            {form.refusal}
          </p>
        )}
        <div className="flex items-center justify-between gap-2">
          {aside}
          <Button type="submit" variant="primary" aria-disabled={form.isSending}>
            {submitLabel}
          </Button>
        </div>
      </div>
    </form>
  );
}
