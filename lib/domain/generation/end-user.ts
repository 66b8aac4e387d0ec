/**
 * For whom a program asked, as it names them: for the provider's watch over abuse. What is kept and sent is a hash,
 * never the name itself. Two parameters of the Images API say the same; newer models know the second.
 */
export type EndUser = { user?: string; safetyIdentifier?: string };
