/**
 * On a busy machine a press can meet what is still moving, at which nobody would aim: such a test gets a second try, at once,
 * because the next ones go on from it. What went wrong is printed, and `npm test` names at its end who needed it.
 */
jest.retryTimes(1, { logErrorsBeforeRetry: true, retryImmediately: true });
