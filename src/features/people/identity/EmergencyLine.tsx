import { routes } from '../../../../core/shared/routes'
import { go } from '../../../platform/go'
import { LinkRow } from '../../../components/Rows'

/** Leads to 120 and 119 from where a person is not known yet; one line, so that what is read there keeps its place. */
export const EmergencyLine = () => <LinkRow icon="alert" words="急病、摔倒、火灾" onPress={() => go(routes.emergency())} />
