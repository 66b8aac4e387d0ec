import { CircleAlert } from "lucide-react";
import type { Refusal } from "@/components/composer/use-composer";
import { billedWords } from "@/lib/domain/errors/failure";

/** Why the submit was refused, whether it cost something, and what to do. */
export function RefusalNotice({ refusal }: { refusal: Refusal | null }) {
  return (
    <div role="alert">
      {refusal && (
        <div className="flex gap-2 rounded-sm max-desk:mb-2 bg-danger-soft px-2.5 py-2 text-caption">
          <CircleAlert aria-hidden size={14} className="mt-px shrink-0 text-danger" />
          <div>
            <p className="font-medium">{refusal.failure.message}</p>
            {refusal.fields.map(({ field, message }) => (
              <p key={field}>
                {field}: {message}
              </p>
            ))}
            <p className="text-ink-muted">
              {billedWords(refusal.failure)} {refusal.failure.todo}
            </p>
          </div>
        </div>
      )}
    </div>
  );
}
