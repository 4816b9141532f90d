import { rounds } from '../../../../core/assessment/rounds/contract'
import { templates as templatesContract } from '../../../../core/assessment/templates/contract'
import type { Handlers } from '../use-case'
import { templates } from '../templates'
import { exporting } from './export'
import { judge } from './judge'
import { map } from './map'
import { open } from './open'
import { read } from './sheet'

const contract = { ...templatesContract, ...rounds } as const

/** Assessments (P60): their templates, and rounds in which branches are judged by them. */
export const handlers: Handlers<typeof contract> = { ...templates, ...open, ...read, ...judge, ...map, ...exporting }

export { contract }
export { homes } from '../use-case'
