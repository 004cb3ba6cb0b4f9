import { closingOf } from '#domains/blocs/closing/queries.ts'
import { blocYear, type BlocYearRow } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { demand } from '#platform/errors.ts'
import { idParam, param } from '#platform/param.ts'
import { actorOf, type WebContext } from '#platform/web.ts'
import { readsConsultations } from './access.ts'
import { consultationOf, type ConsultationRow } from './drafts/queries.ts'

export interface PlaceOfYear {
  actor: Actor
  year: BlocYearRow
  /** Bloc and year as addresses name them. */
  at: readonly [bloc: string, year: string]
  /** A year that a reorganisation closed takes no change. */
  isOpen: boolean
}

/** The year of the address, `:bloc/:year`, for its bloc and the authority. */
export async function readPlace(c: WebContext): Promise<PlaceOfYear> {
  const actor = actorOf(c)
  const year = await blocYear(c.var.db, param(c, 'bloc'), param(c, 'year'))
  demand(readsConsultations(actor, year.id))
  const isOpen = (await closingOf(c.var.db, year.id)) === undefined
  return { actor, year, at: [year.bloc.slug, year.slug], isOpen }
}

export interface PlaceOfConsultation extends PlaceOfYear {
  consultation: ConsultationRow
  /** The draft as addresses name it, and as commands do. */
  here: readonly [bloc: string, year: string, id: string]
  ids: { blocYear: string; consultation: string }
}

/** … and the draft in it, `:consultation`. */
export async function readConsultation(c: WebContext): Promise<PlaceOfConsultation> {
  const place = await readPlace(c)
  const consultation = await consultationOf(c.var.db, place.year.id, idParam(c, 'consultation'))
  const ids = { blocYear: place.year.id, consultation: consultation.id }
  return { ...place, consultation, here: [...place.at, consultation.id], ids }
}

/** What a page tells the shell. */
export const placeHead = (year: BlocYearRow, title: string, help: string) => ({
  title: `${title} · ${year.bloc.short_name} ${year.label}`,
  shell: 'workspace' as const,
  blocYear: year.id,
  help,
})

/** In addresses of routes, as patterns. */
export const yearPattern = [':bloc', ':year{[0-9]{4}(?:-[0-9]{4})?}'] as const
export const consultationPattern = [...yearPattern, ':consultation'] as const
