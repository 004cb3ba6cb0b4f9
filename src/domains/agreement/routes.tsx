import { lookAt } from '#capabilities/audit/views.ts'
import { historyOf } from '#capabilities/audit/history.ts'
import { documentById, latestRevision } from '#capabilities/signatures/keeping/documents.ts'
import { dayOf } from '#platform/clock.ts'
import { found } from '#platform/errors.ts'
import type { FileStore } from '#platform/files.ts'
import { formatDay } from '#ui/format.ts'
import { actorOf, get, type Route, type WebContext } from '#platform/web.ts'
import { mayDraft, mayRead } from './access.ts'
import { agreementCan, isStopped } from './agreement.ts'
import { readingRoutes } from './article-reading/routes.tsx'
import { dateRoutes } from './deadlines/routes.tsx'
import { evidenceRoutes } from './evidence/routes.tsx'
import { freezeRoutes, type DraftingPieces } from './drafting/freeze-routes.tsx'
import { editorRoutes } from './drafting/editor-routes.tsx'
import { startRoutes } from './drafting/start-routes.tsx'
import { AgreementPage } from './pages/agreement-page.tsx'
import { NoAgreementPage } from './pages/no-agreement-page.tsx'
import { paths } from './paths.ts'
import { mayBringScan } from './pen/access.ts'
import { penRoutes, type PenPieces } from './pen/routes.tsx'
import { words as penWords } from './pen/words.ts'
import { promiseRoutes } from './promises/routes.tsx'
import { words as promiseWords } from './promises/words.ts'
import { liveAgreement, signersOf, voidVersions, type AgreementRow, type SignerRow } from './queries.ts'
import { seatOf, seatsOn } from './signing/signer.ts'
import { isOverdue } from './signing/signing-state.ts'
import { signingRoutes, type SigningRoutePieces } from './signing/routes.tsx'
import { ownSignature } from './signing/withdraw-signature.ts'
import { words as signingWords } from './signing/words.ts'
import { versionRoutes } from './versions/routes.tsx'
import { words } from './words.ts'
import { agreementOf, yearOf } from './year-of.ts'

export type AgreementPieces = DraftingPieces & SigningRoutePieces & PenPieces

async function historyEntries(c: WebContext, agreement: AgreementRow) {
  const { locale } = c.var
  const actions: Readonly<Record<string, string>> = {
    ...words(locale).actions,
    ...signingWords(locale).actions,
    ...penWords(locale).actions,
    'promises.adopted': promiseWords(locale).making,
  }
  const entries = await historyOf(c.var.db, agreement.id)
  return entries.map((entry) => ({
    at: entry.at,
    who: entry.actor_name,
    what: actions[entry.action] ?? entry.action,
    detail: detailOf(entry),
  }))
}

/** The unit it is about, the new day where one was set, and the reason. */
function detailOf({ action, facts }: { action: string; facts: unknown }): string | undefined {
  const day = action === 'agreement.extended' ? factOf(facts, 'to') : undefined
  const parts = [factOf(facts, 'unit'), day && formatDay(day), factOf(facts, 'reason')]
  const told = parts.filter((part) => part !== undefined)
  return told.length === 0 ? undefined : told.join(' · ')
}

function factOf(facts: unknown, name: string): string | undefined {
  const value: unknown =
    facts !== null && typeof facts === 'object' ? Object.entries(facts).find(([key]) => key === name)?.[1] : undefined
  return typeof value === 'string' && value !== '' ? value : undefined
}

function remindedCount(c: WebContext): number | null {
  const count = Number(c.req.query('da-nhac'))
  return Number.isSafeInteger(count) && count > 0 ? count : null
}

/** What the reader and others may do about the places that still wait. */
async function placesNow(c: WebContext, agreement: AgreementRow, signers: readonly SignerRow[]) {
  const { db, now } = c.var
  const actor = actorOf(c)
  const isOpen = agreementCan('sign', agreement) && !isStopped(signers)
  const waiting = isOpen ? signers.filter((signer) => signer.state === 'waiting') : []
  const seats = await seatsOn(db, agreement, waiting, dayOf(now))
  const own = await seatOf(db, actor, agreement, now)
  const late = isOverdue(agreement, now)
  const taken = new Set(seats.map(({ place }) => place.unit_id))
  const mayPen = waiting.filter((signer) => !late && mayBringScan(actor, agreement, signer.unit_id))
  return {
    isOverdue: late && isOpen,
    vacant: waiting.filter((signer) => !taken.has(signer.unit_id)),
    substitutes: new Map(
      seats.flatMap((seat) => (seat.isSubstitute ? [[seat.place.unit_id, seat.signer] as const] : [])),
    ),
    penUnits: mayPen.map((signer) => signer.unit_id),
    maySign: isOpen && !late && own?.place.state === 'waiting' ? own.place.unit_id : null,
    mayWithdraw: isOpen && (await ownSignature(db, actor, agreement.id)) !== undefined,
  }
}

async function showAgreement(c: WebContext) {
  const year = await yearOf(c)
  const { db, locale } = c.var
  const agreement = await liveAgreement(db, year.id)
  const at = [year.bloc.slug, year.slug] as const
  const drafts = mayDraft(actorOf(c), { bloc_year_id: year.id })
  const head = {
    title: words(locale).ofYear(year.label),
    shell: 'workspace',
    blocYear: year.id,
    help: agreement === undefined || agreementCan('edit', agreement) ? 'soan-giao-uoc' : 'ky-giao-uoc',
  } as const
  if (agreement === undefined) {
    const start = drafts ? paths.start(...at) : null
    return c.render(<NoAgreementPage blocName={year.bloc.name} label={year.label} start={start} />, head)
  }
  const signers = await signersOf(db, agreement.id)
  const document = agreement.document_id === null ? null : await documentById(db, agreement.document_id)
  return c.render(
    <AgreementPage
      bloc={at[0]}
      year={at[1]}
      blocName={year.bloc.name}
      agreement={agreement}
      signers={signers}
      {...await placesNow(c, agreement, signers)}
      code={document?.code ?? null}
      mayDraft={drafts}
      history={await historyEntries(c, agreement)}
      views={await lookAt(
        db,
        actorOf(c),
        { kind: 'agreement', id: agreement.id },
        { isOwn: mayRead(actorOf(c), agreement), now: c.var.now },
      )}
      voided={await voidVersions(db, year.id)}
      reminded={remindedCount(c)}
    />,
    head,
  )
}

/** The newest bytes of the paper, as they were kept. */
async function showPaper(c: WebContext, files: FileStore) {
  const { agreement, at } = await agreementOf(c)
  const revision = await latestRevision(c.var.db, found(agreement.document_id))
  return c.body(new Uint8Array(await files.get(revision.sha256)), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="giao-uoc-${at[0]}-${at[1]}.pdf"`,
    'cache-control': 'no-store',
  })
}

export const agreementRoutes = (pieces: AgreementPieces): Route[] => [
  get(paths.agreement(':bloc', ':year'), 'signed-in', showAgreement),
  get(paths.paper(':bloc', ':year'), 'signed-in', (c) => showPaper(c, pieces.files)),
  ...startRoutes,
  ...readingRoutes,
  ...editorRoutes,
  ...freezeRoutes(pieces),
  ...signingRoutes(pieces),
  ...penRoutes(pieces),
  ...versionRoutes(pieces.files),
  ...evidenceRoutes(pieces),
  ...dateRoutes,
  ...promiseRoutes,
]
