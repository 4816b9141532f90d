import type { Member } from '../people/public'

/** Who is to be looked after: all but those in service (S3 离休党员干部组 and 在职党员干部组). */
export const isElder = ({ state, standing }: Pick<Member, 'state' | 'standing'>): boolean => state === 'active' && standing !== 'in-service'
