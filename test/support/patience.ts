/** A rule of platform's own inside, for a suite that needs a server for it. */
export { boundStatements } from '../../libs/platform/database/patience';
