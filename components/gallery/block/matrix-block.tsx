import { memo } from "react";
import type { MatrixEntry } from "@/components/gallery/gallery-entries";
import { Tile } from "@/components/gallery/tile/tile";
import { MATRIX_COLUMN_MAX_PX, MATRIX_COLUMN_MIN_PX, matrixGrid } from "./grid-columns";
import { MatrixHeader } from "./matrix-header";

type MatrixBlockProps = { row: MatrixEntry; tabStopId: string | null; openId: string | null };

/** The pictures of a prompt matrix in their grid, each under the words that it alone has. */
export const MatrixBlock = memo(function MatrixBlock({ row, tabStopId, openId }: MatrixBlockProps) {
  const { columnLabels, rowLabels, template } = row.matrix;
  const hasRows = rowLabels.some((label) => label !== "");
  const hasColumns = columnLabels.some((label) => label !== "");
  const headPx = hasRows ? ROW_HEAD_PX : 0;
  const width = {
    minWidth: columnLabels.length * MATRIX_COLUMN_MIN_PX + headPx,
    maxWidth: columnLabels.length * MATRIX_COLUMN_MAX_PX + headPx,
  };
  return (
    <article>
      <MatrixHeader row={row} />
      <div data-no-band className="mt-3 overflow-x-auto pb-1">
        <table style={width} className="w-full table-fixed border-separate border-spacing-0">
          <caption className="sr-only">{template}</caption>
          {hasColumns && (
            <thead>
              <tr>
                {hasRows && <td style={{ width: ROW_HEAD_PX }} />}
                {columnLabels.map((label) => (
                  <th
                    key={label}
                    scope="col"
                    className="px-1 pb-1.5 text-left align-bottom font-medium text-caption text-ink-muted"
                  >
                    <span dir="auto" title={label} className="line-clamp-2 text-pretty">
                      {label}
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {matrixGrid(row).map((cells, place) => (
              <tr key={rowLabels[place]}>
                {hasRows && (
                  <th
                    scope="row"
                    style={{ width: ROW_HEAD_PX }}
                    className="sticky left-0 z-3 bg-canvas pt-1 pr-3 pb-2 text-left align-top font-medium text-caption text-ink-muted"
                  >
                    <span
                      dir="auto"
                      title={rowLabels[place]}
                      className="line-clamp-4 text-pretty break-words"
                    >
                      {rowLabels[place]}
                    </span>
                  </th>
                )}
                {cells.map((cell, column) => (
                  <td key={columnLabels[column]} className="p-1 pb-2 align-top">
                    {cell === null ? (
                      <span className="grid aspect-square place-content-center rounded-sm border border-line-strong border-dashed text-caption text-ink-faint">
                        Left out
                      </span>
                    ) : (
                      <ul className="flex flex-col gap-1 [--row-max:2000px]">
                        {cell.shown.map((image) => (
                          <Tile
                            key={image.id}
                            generation={cell.cell.generation}
                            image={image}
                            width="100%"
                            isTabStop={image.id === tabStopId}
                            isOpen={image.id === openId}
                          />
                        ))}
                      </ul>
                    )}
                    {cell !== null && cell.hiddenCount > 0 && (
                      <p className="pt-0.5 text-caption text-ink-muted">{cell.hiddenCount} more</p>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </article>
  );
});

const ROW_HEAD_PX = 112;
