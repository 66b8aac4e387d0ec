/** From here on there is room for three regions side by side, and a pointer instead of a finger. */
export const FROM_DESK = "(min-width: 641px)";
/** From here on the inspector stands beside the gallery; below it covers everything. */
export const FROM_WIDE = "(min-width: 1100px)";
