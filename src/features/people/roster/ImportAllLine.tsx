import { LinkRow } from '../../../components/Rows'
import { go } from '../../../platform/go'
import { routes } from '../../../../core/shared/routes'
import type { Me } from '../identity/session'

/** The way to the rosters of all branches, for officers above them. */
export const ImportAllLine = ({ me }: { me: Pick<Me, 'grants'> }) => {
  const bureau = me.grants.some(grant => grant.role === 'bureau')
  if (!bureau && !me.grants.some(grant => grant.role === 'street')) return null
  return (
    <LinkRow
      icon="upload"
      words={bureau ? '导入全区花名册' : '导入全街道花名册'}
      note="一张 Excel 表，各支部的人一次进来"
      onPress={() => go(routes.importAll())}
    />
  )
}
