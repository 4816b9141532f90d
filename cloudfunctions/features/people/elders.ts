import type { Member } from './documents'

/** Is the member to be looked after? All but those in service are (S3 离休党员干部组, 老党员; not the 在职党员干部组). */
export const isElder = ({ state, standing }: Pick<Member, 'state' | 'standing'>): boolean => state === 'active' && standing !== 'in-service'
