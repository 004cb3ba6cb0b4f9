/** How the store of evidence knows a unit's part in a movement. */
export const participationSubject = ({ id }: { id: string }) => ({ kind: 'participation', id })
