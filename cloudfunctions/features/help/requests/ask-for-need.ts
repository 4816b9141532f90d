import type { AuditKind } from '../../../../core/shared/audit-kinds'
import { auditRows } from '../../../kernel/audit'
import { Audit } from '../../../kernel/documents'
import { Failure } from '../../../kernel/failure'
import type { Actor } from '../../../kernel/identity'
import type { Ports } from '../../../kernel/ports'
import type { Need } from '../../care/public'
import type { Member } from '../../people/public'
import { ask } from './raise'

/** Raises a request for a need that a visitor found, in the visitor's name. Its words were checked when the visit was recorded. */
export const askForNeed = async (
  ports: Ports,
  { need, elder, by, commandId }: { need: Need; elder: Member; by: Actor; commandId: string },
): Promise<{ requestId: string }> => {
  const audits: { memberId: string; what: AuditKind }[] = []
  const { requestId } = await ask(need, elder, {
    ...ports,
    openid: by.openid,
    actor: by,
    commandId,
    checkText: () => Promise.resolve(),
    limitCommands: () => Promise.resolve(),
    // The visit has taken them.
    claim: () => Promise.resolve(),
    audit: (memberId, what) => void audits.push({ memberId, what }),
    fail: (...[code, data]) => {
      throw Failure.of(code, data)
    },
  })
  if (audits.length > 0) await ports.store.table(Audit).addAll(auditRows(audits, by, ports))
  return { requestId }
}
