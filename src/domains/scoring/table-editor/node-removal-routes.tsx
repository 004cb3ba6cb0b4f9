import { z } from 'zod'
import { answerForm } from '#platform/answer-form.ts'
import { RuleViolation } from '#platform/errors.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { tablePaths } from '../tables/paths.ts'
import { headOf, readNodePlace } from '../tables/read-place.ts'
import { ruleWords } from '../tables/rule-words.ts'
import { nodesOf, removeNode } from '../tables/table-tree.ts'
import type { ScoreTableInput } from '../table/score-table.ts'
import { words as tableWords } from '../tables/words.ts'
import { writeDraft } from '../tables/write-draft.ts'
import { NodeRemovalPage } from './pages/node-page.tsx'
import { tellConflict } from './tell-conflict.ts'
import { words } from './words.ts'

async function showRemoval(c: WebContext, refused?: string) {
  const given = await readNodePlace(c)
  const { node, where, at, version } = given
  const inside = nodesOf(node.children ?? []).length
  const props = { at, where, node, inside, edition: version.edition, refused }
  return c.render(<NodeRemovalPage {...props} />, headOf(given, words(c.var.locale).node.removal))
}

async function remove(c: WebContext) {
  const { node, place, at, version } = await readNodePlace(c)
  return answerForm(c, {
    schema: z.object({ edition: z.coerce.number().int().positive() }),
    run: ({ edition }) => {
      const change = (content: ScoreTableInput) => {
        if (place.length === 1 && content.sections.length === 1) throw new RuleViolation('scoreTables.lastSection')
        return removeNode(content, place)
      }
      const write = async () => {
        const input = { version: version.id, edition, change, did: 'removed' as const, code: node.code }
        await writeDraft(c.var.db, actorOf(c), input, c.var.now)
        return tablePaths.version(...at)
      }
      return tellConflict(c, write, () => showRemoval(c, tableWords(c.var.locale).violations.changedMeanwhile))
    },
    again: ({ refused }) => showRemoval(c, refused),
    words: ruleWords,
  })
}

const at = [':bloc', ':table', ':number'] as const

/** A node goes with all that stands under it, after a second look. */
export const nodeRemovalRoutes: Route[] = [
  get(tablePaths.nodeRemoval(at, ':node'), 'signed-in', (c) => showRemoval(c)),
  post(tablePaths.nodeRemoval(at, ':node'), 'signed-in', remove),
]
