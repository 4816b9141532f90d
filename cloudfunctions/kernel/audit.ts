import type { AuditKind } from '../../core/shared/audit-kinds'
import type { Actor } from './identity'
import type { AuditRow } from './documents'
import type { Ports } from './ports'

/** The audit rows of one operation: the actor, what they did, to whose data, when and why. */
export const auditRows = (
  audits: readonly { memberId: string; what: AuditKind; why?: string }[],
  by: Actor,
  ports: Pick<Ports, 'now' | 'newId'>,
): AuditRow[] => audits.map(one => ({ _id: ports.newId(), ...one, by, at: ports.now }))
