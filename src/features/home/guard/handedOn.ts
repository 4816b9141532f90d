import { type Route, routes } from '../../../../core/shared/routes'
import { kioskOfQuery } from '../../life/public'
import { postOfQuery } from '../../service/public'

/** Where a code leads that is not an activity's own: to a post, or to a kiosk. */
export const elsewhere = (asked: (name: 'q') => string | undefined): Route | undefined => {
  const code = asked('q')
  const post = postOfQuery(code)
  if (post) return routes.post({ id: post.postId, c: post.code })
  const kiosk = kioskOfQuery(code)
  return kiosk && routes.kiosk({ a: kiosk.activityId, k: kiosk.kioskToken })
}
