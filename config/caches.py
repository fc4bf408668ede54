"""Redis as the cache of all machines; while it is away, each process does its work alone."""

import logging
import time
from collections.abc import Callable
from typing import Any

from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)
# How long a Redis that did not answer is left alone: nobody waits for it in the meantime.
REST_SECONDS = 10
ANSWERS_WITHIN = 1  # seconds


class Client(RedisCacheClient):
    """Finds nothing and keeps nothing while Redis is away, which is no error."""

    rests_until = 0.0

    def __init__(self, servers, **options):
        within = {"socket_connect_timeout": ANSWERS_WITHIN, "socket_timeout": ANSWERS_WITHIN}
        super().__init__(servers, **{**within, **options})

    def get(self, key, default):
        return self.ask(super().get, key, default, otherwise=default)

    def add(self, key, value, timeout):
        return self.ask(super().add, key, value, timeout, otherwise=False)

    def set(self, key, value, timeout):
        self.ask(super().set, key, value, timeout)

    def delete(self, key):
        return self.ask(super().delete, key, otherwise=False)

    def ask(self, what: Callable, *about: Any, otherwise: Any = None) -> Any:
        """What Redis answers, or `otherwise`."""
        if time.monotonic() < self.rests_until:
            return otherwise
        try:
            return what(*about)
        except (RedisError, OSError) as error:
            self.rests_until = time.monotonic() + REST_SECONDS
            logger.warning("Redis is left alone for %d seconds: %s", REST_SECONDS, error)
            return otherwise


class SharedCache(RedisCache):
    def __init__(self, server, params):
        super().__init__(server, params)
        self._class = Client
