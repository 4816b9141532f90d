import type { AuditKind } from '../../core/shared/audit-kinds'
import type { Actor } from './identity'
import { Audit, type AuditRow } from './documents'
import type { Ports } from './ports'

/** The audit rows of one operation: the actor, what they did, to whose data, when and why. */
export const auditRows = (
  audits: readonly { memberId: string; what: AuditKind; why?: string }[],
  by: Actor,
  ports: Pick<Ports, 'now' | 'newId'>,
): AuditRow[] => audits.map(one => ({ _id: ports.newId(), ...one, by, at: ports.now }))

/** Notes one act in the audit within the wave that follows the write which decided, for a tap that has more to write then; others say it to their context. */
export const noteAudit = (
  ports: Pick<Ports, 'store' | 'now' | 'newId'> & { actor: Actor },
  memberId: string,
  what: AuditKind,
  why?: string,
): Promise<void> =>
  ports.store.table(Audit).addAll(auditRows([{ memberId, what, ...(why === undefined ? {} : { why }) }], ports.actor, ports))
