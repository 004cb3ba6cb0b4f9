/** The lists that the whole tenant codes by. */
export const codeKinds = ['groups', 'fields'] as const
export type CodeKind = (typeof codeKinds)[number]

export const tableOf = { groups: 'people_group', fields: 'legal_field' } as const satisfies Record<CodeKind, string>

export const codeSubject = { kind: 'opinion_code', id: null }
