import { LinkRow } from '../../../components/Rows'
import { go } from '../../../platform/go'
import type { Me } from '../../people/public'
import { routes } from '../../../../core/shared/routes'

/** For the bureau, whose technician looks after the environment. */
export const HealthLine = ({ me }: { me: Me }) =>
  me.grants.some(({ role }) => role === 'bureau') ? (
    <LinkRow icon="list" words="系统运行" note="定时任务、消息、备份正不正常" onPress={() => go(routes.health())} />
  ) : null
