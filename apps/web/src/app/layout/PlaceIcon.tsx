import AuditOutlined from '@ant-design/icons/es/icons/AuditOutlined';
import BookOutlined from '@ant-design/icons/es/icons/BookOutlined';
import CalendarOutlined from '@ant-design/icons/es/icons/CalendarOutlined';
import CheckSquareOutlined from '@ant-design/icons/es/icons/CheckSquareOutlined';
import DashboardOutlined from '@ant-design/icons/es/icons/DashboardOutlined';
import InboxOutlined from '@ant-design/icons/es/icons/InboxOutlined';
import MailOutlined from '@ant-design/icons/es/icons/MailOutlined';
import ProfileOutlined from '@ant-design/icons/es/icons/ProfileOutlined';
import ProjectOutlined from '@ant-design/icons/es/icons/ProjectOutlined';
import TeamOutlined from '@ant-design/icons/es/icons/TeamOutlined';
import UserOutlined from '@ant-design/icons/es/icons/UserOutlined';
import type { Place } from './navigation';

const ICONS = {
  myWork: CheckSquareOutlined,
  teamWork: ProjectOutlined,
  acceptance: AuditOutlined,
  projects: ProjectOutlined,
  inbox: InboxOutlined,
  templates: ProfileOutlined,
  standards: BookOutlined,
  people: TeamOutlined,
  calendars: CalendarOutlined,
  outbox: MailOutlined,
  operations: DashboardOutlined,
  account: UserOutlined,
};

export function PlaceIcon({ of }: { of: Place['key'] }) {
  const Icon = ICONS[of];
  return <Icon aria-hidden />;
}
