import { LinkRow } from '../../../components/Rows'
import { go } from '../../../platform/go'
import type { Me } from '../../people/public'
import { routes } from '../../../../core/shared/routes'

/** For the street and the bureau: their board, which names what needs attention. */
export const BoardLine = ({ me }: { me: Me }) =>
  me.grants.some(({ role }) => role === 'street' || role === 'bureau') ? (
    <LinkRow icon="chart" words="工作看板" note="走访、关怀、求助，哪里要关注" onPress={() => go(routes.overview())} />
  ) : null
