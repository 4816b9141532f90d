import { awards } from './awards/contract'
import { brands } from './brands/contract'
import { debriefs } from './debriefs/contract'
import { homes } from './homes/contract'
import { remedies } from './remedies/contract'
import { rounds } from './rounds/contract'
import { templates } from './templates/contract'

/** The operations of this context. */
export const assessment = { ...templates, ...rounds, ...awards, ...remedies, ...debriefs, ...brands, ...homes } as const
