/** How a certificate's state is shown: only the first three entitle to work. */
import type { CertificateRow, PaperState } from '@/core/records'

export const ENTITLES: ReadonlySet<PaperState> = new Set(['valid', 'expiring', 'review_due'])

const GRAVITY: readonly PaperState[] = [
  'expired',
  'review_overdue',
  'unknown',
  'not_yet_valid',
  'expiring',
  'review_due',
  'valid',
]

/** The gravest first. */
export function byGravity(papers: readonly CertificateRow[]): readonly CertificateRow[] {
  return [...papers].sort((a, b) => GRAVITY.indexOf(a.state) - GRAVITY.indexOf(b.state))
}

/** Person → his papers, the gravest first. */
export function papersOf(papers: readonly CertificateRow[]): ReadonlyMap<string, readonly CertificateRow[]> {
  const found = new Map<string, CertificateRow[]>()
  for (const paper of byGravity(papers)) found.set(paper.person_id, [...(found.get(paper.person_id) ?? []), paper])
  return found
}
