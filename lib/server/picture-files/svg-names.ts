import "server-only";

// SVG 2, appendices F and G, and the filter effects module: what is drawn, and what says how.
const ELEMENTS = new Set(
  `svg g defs symbol use switch a view path rect circle ellipse line polyline polygon image
  text tspan textPath style linearGradient radialGradient stop pattern clipPath mask marker filter
  feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
  feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur
  feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile
  feTurbulence animate animateMotion animateTransform set mpath`.split(/\s+/),
);

const ATTRIBUTES = new Set(
  `xmlns xmlns:xlink xmlns:svg xlink:href xml:space version id class style type media href
  x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy width height viewBox preserveAspectRatio d points
  pathLength transform gradientTransform patternTransform gradientUnits patternUnits
  patternContentUnits clipPathUnits maskUnits maskContentUnits filterUnits primitiveUnits markerUnits
  markerWidth markerHeight refX refY orient offset spreadMethod rotate textLength lengthAdjust
  startOffset method spacing side in in2 result mode operator k1 k2 k3 k4 values stdDeviation
  edgeMode baseFrequency numOctaves seed stitchTiles surfaceScale specularConstant specularExponent
  diffuseConstant kernelUnitLength kernelMatrix divisor bias targetX targetY order preserveAlpha
  radius scale xChannelSelector yChannelSelector azimuth elevation pointsAtX pointsAtY pointsAtZ z
  limitingConeAngle tableValues slope intercept amplitude exponent attributeName attributeType begin
  dur end min max repeatCount repeatDur restart from to by keyTimes keySplines keyPoints calcMode
  path additive accumulate alignment-baseline baseline-shift clip clip-path clip-rule color
  color-interpolation color-interpolation-filters cursor direction display dominant-baseline fill
  fill-opacity fill-rule filter flood-color flood-opacity font font-family font-size font-size-adjust
  font-stretch font-style font-variant font-weight image-rendering isolation letter-spacing
  lighting-color marker marker-start marker-mid marker-end mask mask-type mix-blend-mode opacity
  overflow paint-order pointer-events shape-rendering stop-color stop-opacity stroke stroke-dasharray
  stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
  text-anchor text-decoration text-rendering unicode-bidi vector-effect visibility word-spacing
  writing-mode enable-background`.split(/\s+/),
);

/** Elements whose text is drawn. */
export const TEXT_ELEMENTS = new Set(["text", "tspan", "textPath", "a"].flatMap(withPrefix));

export function isKeptElement(name: string): boolean {
  return ELEMENTS.has(name.replace(/^svg:/, ""));
}

export function isKeptAttribute(name: string): boolean {
  return ATTRIBUTES.has(name);
}

function withPrefix(name: string): string[] {
  return [name, `svg:${name}`];
}
