import { localDatabase } from '../../../config/local-database'
import { makeSetupCode } from '../../../delivery/setup-code'
import { good, type Cloud } from './attendance'
import { MORNING } from './branch'

/** A code as the technician's command shows it. */
export const setupCode = async (cloud: Pick<Cloud, 'url'>, now = MORNING): Promise<string> => {
  const code = await makeSetupCode(localDatabase(cloud.url), now)
  if (code === null) throw new Error('the environment is used already')
  return code
}

/** The first officer of the bureau, at that phone. */
export const firstOwner = async (cloud: Cloud, openid = 'phone-1', more: { orgName?: string; name?: string } = {}) =>
  good(
    await cloud
      .as(openid)
      .calls('setup.claim', { setupCode: await setupCode(cloud), orgName: '区委离退休干部工作委员会', name: '郑开始', ...more }),
  )
