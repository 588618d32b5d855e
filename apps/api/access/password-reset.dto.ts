import { Email, NewPassword, OnDevice } from './me.dto';

export class AskForReset {
  @Email()
  email!: string;
}

/** Whose password the link sets. */
export class ResetShown {
  name!: string;
  email!: string;
}

export class ResetPassword extends OnDevice {
  @NewPassword()
  password!: string;
}
