/** Labels, lowest first. A clearance is the highest label somebody may see. */
export const labels = ['public', 'internal'] as const
export type Label = (typeof labels)[number]

export const rank = (label: Label): number => labels.indexOf(label)
export const sees = (clearance: Label, label: Label): boolean => rank(label) <= rank(clearance)
export const higher = (a: Label, b: Label): Label => (rank(a) >= rank(b) ? a : b)
export const highest: Label = labels[labels.length - 1] as Label
