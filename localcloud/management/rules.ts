import { readFileSync, writeFileSync } from 'node:fs'
import * as z from 'zod'
import { isMissing } from '../exceptions'
import { parseRules, type MayInvoke } from '../functions/rules'
import { action, type ManagementActions } from './actions'
import { ManagementError } from './refusal'

const tag = z.enum(['READONLY', 'PRIVATE', 'ADMINWRITE', 'ADMINONLY', 'CUSTOM'])
const simple = tag.exclude(['CUSTOM'])

/** What a new collection and a new storage are on the platform: a phone reads what it wrote itself, in the storage everything. */
const FRESH = { collection: 'PRIVATE', storage: 'READONLY' } as const

const stateSchema = z.object({
  collections: z.record(z.string(), tag).default({}),
  storage: z.object({ acl: tag, rule: z.string().optional() }).default({ acl: FRESH.storage }),
  /** The functions' security rules as text; undefined until they are set. */
  functions: z.string().optional(),
})
type State = z.infer<typeof stateSchema>

const named = z.object({ EnvId: z.string(), CollectionName: z.string() })
const ofFunctions = z.object({ EnvId: z.string(), ResourceType: z.literal('FUNCTION') })
const ofStorage = z.object({ EnvId: z.string(), Bucket: z.string() })

/** Who may do what: kept in a file, told and read back; those of the functions bind phones. */
export interface Rules {
  actions: ManagementActions
  mayInvoke: MayInvoke
}

interface Standing {
  isCollection: (name: string) => boolean
  /** Collections that no phone reaches unless it is said otherwise. */
  isDeclared: (name: string) => boolean
  /** Whether phones may call a function, until rules come. */
  mayInvoke: MayInvoke
}

/** The permissions and security rules of a managed cloud. */
export function openRules(file: string, standing: Standing): Rules {
  let state = read(file)
  const allow = () => (state.functions === undefined ? standing.mayInvoke : parseRules(state.functions))
  let mayInvoke = allow()
  const change = (next: Partial<State>) => {
    state = { ...state, ...next }
    mayInvoke = allow()
    writeFileSync(file, JSON.stringify(state, null, 2))
    return {}
  }
  const known = (name: string) => {
    if (!standing.isCollection(name)) throw new ManagementError('ResourceNotFound', `Db or Table not exist: ${name}`)
    return name
  }
  const ruled = (rule: string | undefined): string => {
    if (rule === undefined) throw new ManagementError('MissingParameter', 'Rule is needed where AclTag is CUSTOM')
    return rule
  }
  return {
    mayInvoke: name => mayInvoke(name),
    actions: {
      DescribeDatabaseACL: action(named, ({ CollectionName }) => ({
        AclTag: state.collections[known(CollectionName)] ?? (standing.isDeclared(CollectionName) ? 'ADMINONLY' : FRESH.collection),
      })),
      ModifyDatabaseACL: action(named.extend({ AclTag: simple }), ({ CollectionName, AclTag }) =>
        change({ collections: { ...state.collections, [known(CollectionName)]: AclTag } }),
      ),
      DescribeStorageSafeRule: action(ofStorage, () => ({ AclTag: state.storage.acl, Rule: state.storage.rule ?? '' })),
      ModifyStorageSafeRule: action(ofStorage.extend({ AclTag: tag, Rule: z.string().optional() }), ({ AclTag, Rule }) =>
        change({ storage: AclTag === 'CUSTOM' ? { acl: AclTag, rule: ruled(Rule) } : { acl: AclTag } }),
      ),
      DescribeSecurityRule: action(ofFunctions, () => ({ AclTag: 'CUSTOM', Rule: state.functions ?? '{"*":{"invoke":true}}' })),
      ModifySecurityRule: action(ofFunctions.extend({ AclTag: z.literal('CUSTOM'), Rule: z.string() }), ({ Rule }) => {
        try {
          parseRules(Rule)
        } catch (error) {
          throw new ManagementError('InvalidParameter', error instanceof Error ? error.message : 'the rule cannot be read')
        }
        return change({ functions: Rule })
      }),
    },
  }
}

function read(file: string): State {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if (isMissing(error)) return stateSchema.parse({})
    throw new Error(`${file} cannot be read, which says who may do what in this cloud. Begin with an empty folder (--fresh), or mend it.`, {
      cause: error,
    })
  }
}
