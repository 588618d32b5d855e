import { Public } from '@convener/access';
import { Config } from '@convener/platform';
import { newToken } from '@convener/sign-in';
import { type Guest, SurveyAnswersService } from '@convener/surveys';
import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SurveyPage, SurveySubmission } from './survey-page.dto';

const COOKIE = 'convener-survey';
/** So long (seconds) a device is known to have answered. */
const KEPT_SECONDS = 180 * 24 * 60 * 60;
const DEVICE = /^[\w-]{43}$/;

/** What people without an account do with the link of a survey. */
@ApiTags('surveys')
@Controller('survey/:token')
export class SurveyPageController {
  private readonly secure: boolean;

  constructor(
    private readonly answers: SurveyAnswersService,
    config: Config,
  ) {
    this.secure = new URL(config.publicUrl).protocol === 'https:';
  }

  /** The survey, or how it stands; 404 alike for a link that never was, was taken back, or whose survey is over. */
  @Get()
  @Public()
  show(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SurveyPage> {
    return this.answers.show(token, this.guest(request, reply));
  }

  /** One answer a link, in the hall one a device. The same submission sent again is answered as before. */
  @Post()
  @HttpCode(204)
  @Public()
  submit(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: SurveySubmission,
  ): Promise<void> {
    return this.answers.submit(token, this.guest(request, reply), body);
  }

  /** A random name for the device, which goes to pages of surveys alone and says nothing else. */
  private guest(request: FastifyRequest, reply: FastifyReply): Guest {
    const known = request.cookies[COOKIE];
    const device = known && DEVICE.test(known) ? known : newToken();
    if (device !== known) {
      const options = { path: '/api/survey', httpOnly: true, sameSite: 'lax', secure: this.secure } as const;
      reply.setCookie(COOKIE, device, { ...options, maxAge: KEPT_SECONDS });
    }
    return { address: request.ip, device };
  }
}
