import { actsForHead, isAuthority, isMemberOf, type Actor } from '#platform/actor.ts'

/** A bloc's year as rights over its tables ask for it. */
export interface YearOfBloc {
  id: string
  ends_on: string
}

/** Members and heads of any year of the bloc, and the authority, read its tables. */
export const seesTables = (actor: Actor, years: readonly YearOfBloc[]) =>
  isAuthority(actor) || years.some(({ id }) => isMemberOf(actor, id) || actsForHead(actor, id))

/** The head of the latest year keeps them, and so does that of a year which is not over. `years`: the latest first. */
export const mayKeepTables = (actor: Actor, years: readonly YearOfBloc[], today: string) =>
  years.some(({ id, ends_on }, index) => (index === 0 || ends_on >= today) && actsForHead(actor, id))
