import type { ComponentProps, CSSProperties } from "react";

type SliderProps = Omit<
  ComponentProps<"input">,
  "type" | "value" | "onChange" | "onInput" | "min" | "max"
> & {
  min: number;
  max: number;
  value: number;
  /** Also called when the value that is already shown is set again. */
  onChoose(value: number): void;
};

/** A native range. The filled part is drawn from `--fill`, since browsers have no common way. */
export function Slider({ min, max, value, onChoose, className = "", ...rest }: SliderProps) {
  const style = { "--fill": `${((value - min) / (max - min)) * 100}%` };
  return (
    <input
      {...rest}
      type="range"
      min={min}
      max={max}
      value={value}
      style={style satisfies Record<string, string> as CSSProperties}
      onInput={(event) => onChoose(event.currentTarget.valueAsNumber)}
      onChange={() => undefined}
      className={`slider ${className}`}
    />
  );
}
