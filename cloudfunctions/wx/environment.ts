import { Environment } from '../../core/shared/environment'

/** The variable of the functions that holds what `changqing.config.json` says of the environment, as JSON. */
const VARIABLE = 'CHANGQING'

let read: Environment | undefined

/** What this environment was given when it was deployed; read once for each instance. Throws where it is not what was written there. */
export const environment = (): Environment => (read ??= Environment.parse(JSON.parse(process.env[VARIABLE] ?? '{}')))
