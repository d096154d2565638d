package dev.plankton.steps.pca;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** A film as a decoder sees it; leaves cleaning up to the end of the test. */
record DecodedFilm(int codec, int pixelFormat, int width, int height, List<Integer> lumaInTheMiddle) {
    static final int H264 = AV_CODEC_ID_H264;

    static DecodedFilm read(Path file) {
        AVFormatContext format = new AVFormatContext(null);
        check(avformat_open_input(format, file.toString(), null, null));
        check(avformat_find_stream_info(format, (AVDictionary) null));
        AVCodecParameters parameters = format.streams(0).codecpar();
        AVCodec codec = avcodec_find_decoder(parameters.codec_id());
        AVCodecContext decoder = avcodec_alloc_context3(codec);
        check(avcodec_parameters_to_context(decoder, parameters));
        check(avcodec_open2(decoder, codec, (AVDictionary) null));
        AVPacket packet = av_packet_alloc();
        AVFrame frame = av_frame_alloc();
        List<Integer> luma = new ArrayList<>();
        while (av_read_frame(format, packet) >= 0) {
            check(avcodec_send_packet(decoder, packet));
            av_packet_unref(packet);
            receive(decoder, frame, luma);
        }
        check(avcodec_send_packet(decoder, null));
        receive(decoder, frame, luma);
        return new DecodedFilm(
                parameters.codec_id(), parameters.format(), parameters.width(), parameters.height(), luma);
    }

    private static void receive(AVCodecContext decoder, AVFrame frame, List<Integer> luma) {
        while (avcodec_receive_frame(decoder, frame) >= 0) {
            long middle = (long) frame.height() / 2 * frame.linesize(0) + frame.width() / 2;
            luma.add(frame.data(0).get(middle) & 0xff);
        }
    }

    private static void check(int result) {
        if (result < 0) {
            throw new AssertionError("FFmpeg says " + result);
        }
    }
}
