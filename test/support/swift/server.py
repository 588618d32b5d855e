"""OpenStack Swift with its S3 API, whole and in one process, for tests: server.py FOLDER PORT KEY SECRET.

Proxy, account, container and object server are Swift's own (Debian: python3-swift), with one copy of each object below
FOLDER. It checks signatures, dates and payload digests, and pages lists like any installation of it. Says "ready" on a
line of its own; ends when killed.
"""
import eventlet

eventlet.monkey_patch()

import os  # noqa: E402
import sys  # noqa: E402

from eventlet import wsgi  # noqa: E402
from swift.common import utils  # noqa: E402
from swift.common.ring import RingBuilder  # noqa: E402
from swift.common.wsgi import SwiftHttpProtocol, loadapp  # noqa: E402

STORAGE = """
[DEFAULT]
devices = {folder}
mount_check = false
swift_dir = {folder}
log_level = ERROR

[pipeline:main]
pipeline = app

[app:app]
use = egg:swift#{kind}
{options}
"""

PROXY = """
[DEFAULT]
swift_dir = {folder}
log_level = ERROR

[pipeline:main]
pipeline = catch_errors gatekeeper proxy-logging listing_formats s3api tempauth slo dlo proxy-server

[filter:catch_errors]
use = egg:swift#catch_errors

[filter:gatekeeper]
use = egg:swift#gatekeeper

[filter:proxy-logging]
use = egg:swift#proxy_logging

[filter:listing_formats]
use = egg:swift#listing_formats

[filter:s3api]
use = egg:swift#s3api
location = us-east-1
storage_domain = s3.convener.test
check_bucket_owner = false

[filter:tempauth]
use = egg:swift#tempauth
user_test_{key} = {secret} .admin

[filter:slo]
use = egg:swift#slo

[filter:dlo]
use = egg:swift#dlo

[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
allow_account_management = true
"""

# Rows of a list are written with the object, not by a daemon later.
OPTIONS = {'object': 'container_update_timeout = 20', 'container': '', 'account': ''}


class NoCache:
    """In place of memcached, which Swift asks for: what is asked twice is looked up twice."""

    def get(self, _key, **_options):
        return None

    def set(self, _key, _value, **_options):
        pass

    def delete(self, _key, **_options):
        pass


def ring(folder, kind, port):
    builder = RingBuilder(4, 1, 0)
    builder.add_dev({
        'region': 1, 'zone': 1, 'weight': 1, 'ip': '127.0.0.1', 'port': port, 'device': 'disk',
        'replication_ip': '127.0.0.1', 'replication_port': port,
    })
    builder.rebalance(seed=1)
    builder.get_ring().save(os.path.join(folder, kind + '.ring.gz'))


def serve(folder, name, text, socket):
    path = os.path.join(folder, name + '.conf')
    with open(path, 'w') as file:
        file.write(text)
    loaded = loadapp(path)

    def app(env, start_response):
        return loaded(dict(env, **{'swift.cache': NoCache()}), start_response)

    log = open(os.path.join(folder, name + '.log'), 'a')
    return eventlet.spawn(wsgi.server, socket, app, log, protocol=SwiftHttpProtocol, custom_pool=eventlet.GreenPool(256))


def main(folder, port, key, secret):
    os.makedirs(os.path.join(folder, 'disk'), exist_ok=True)
    # An installation has these in /etc/swift/swift.conf.
    utils.HASH_PATH_SUFFIX = b'convener-tests'
    utils.validate_hash_conf = lambda: None
    listeners = {kind: eventlet.listen(('127.0.0.1', 0)) for kind in OPTIONS}
    for kind, listener in listeners.items():
        ring(folder, kind, listener.getsockname()[1])
    for kind, listener in listeners.items():
        text = STORAGE.format(folder=folder, kind=kind, options=OPTIONS[kind])
        serve(folder, kind, text, listener)
    proxy = eventlet.listen(('127.0.0.1', int(port)))
    serving = serve(folder, 'proxy', PROXY.format(folder=folder, key=key, secret=secret), proxy)
    print('ready', flush=True)
    serving.wait()


main(*sys.argv[1:])
