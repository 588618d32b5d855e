import BookOutlined from '@ant-design/icons/es/icons/BookOutlined';
import CheckSquareOutlined from '@ant-design/icons/es/icons/CheckSquareOutlined';
import InboxOutlined from '@ant-design/icons/es/icons/InboxOutlined';
import MailOutlined from '@ant-design/icons/es/icons/MailOutlined';
import ProfileOutlined from '@ant-design/icons/es/icons/ProfileOutlined';
import ProjectOutlined from '@ant-design/icons/es/icons/ProjectOutlined';
import TeamOutlined from '@ant-design/icons/es/icons/TeamOutlined';
import UserOutlined from '@ant-design/icons/es/icons/UserOutlined';
import type { Place } from './navigation';

const ICONS = {
  myWork: CheckSquareOutlined,
  projects: ProjectOutlined,
  inbox: InboxOutlined,
  templates: ProfileOutlined,
  standards: BookOutlined,
  people: TeamOutlined,
  outbox: MailOutlined,
  account: UserOutlined,
};

export function PlaceIcon({ of }: { of: Place['key'] }) {
  const Icon = ICONS[of];
  return <Icon aria-hidden />;
}
