import { Environment, isWholeEnvironment } from '../../core/shared/environment'

/** The variable of the functions that holds what `changqing.config.json` says of the environment, as JSON. */
const VARIABLE = 'CHANGQING'

/** What a deployment wrote has been parsed by it (delivery/config.ts) and is not parsed again. */
const said = (): Environment => {
  const written: unknown = JSON.parse(process.env[VARIABLE] ?? '{}')
  return isWholeEnvironment(written) ? written : Environment.parse(written)
}

let read: Environment | undefined

/** What this environment was given when it was deployed; read once for each instance. Throws where it is not what was written there. */
export const environment = (): Environment => (read ??= said())
