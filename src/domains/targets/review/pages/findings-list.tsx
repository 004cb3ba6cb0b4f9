import { useLocale } from '#ui/locale.tsx'
import type { ReviewFinding } from '../check-review.ts'
import { words } from '../words.ts'
import { clauseAnchor } from './clause-form.tsx'

/** What the check found, each leading to its sentence. */
export const FindingsList = ({ findings, editor = '' }: { findings: readonly ReviewFinding[]; editor?: string }) => {
  const t = words(useLocale())
  if (findings.length === 0) return <p>{t.editor.noFindings}</p>
  return (
    <ul>
      {findings.map(({ clause, doubt, found, expected }) => {
        const sentence = t.doubts[doubt](found, expected)
        return <li>{clause === null ? sentence : <a href={`${editor}#${clauseAnchor(clause)}`}>{sentence}</a>}</li>
      })}
    </ul>
  )
}
