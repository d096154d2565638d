package dev.plankton.steps.pca;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR0;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;

/**
 * Writes pictures as an MP4 film: H.264 in a form that every browser plays (8 bit, 4:2:0, BT.709), with the index at
 * the start. The encoder is OpenH264 in FFmpeg's LGPL build. The same pictures give the same bytes. Not thread-safe.
 */
final class Mp4Writer implements Closeable {
    private static final int SECONDS_BETWEEN_KEY_FRAMES = 2;
    /** Quantiser steps of H.264, 0 to 51: from 25 on, small text and dots look blurred. */
    private static final int LEAST_LOSS = 16;

    private static final int MOST_LOSS = 24;
    private static final long BITS_PER_SECOND = 8_000_000;

    private final Path file;
    private final int width;
    private final int height;
    private final AVRational frameTime;
    private final AVFormatContext format = new AVFormatContext(null);
    private final AVIOContext output = new AVIOContext(null);
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame colors = av_frame_alloc();
    private final AVFrame encoded = av_frame_alloc();
    private AVCodecContext encoder = new AVCodecContext(null);
    private SwsContext converter = new SwsContext(null);
    private AVStream stream = new AVStream(null);
    private long frames;

    /**
     * Starts a film.
     *
     * @param width in pixels, even
     * @param height in pixels, even
     */
    Mp4Writer(Path file, int width, int height, int framesPerSecond) throws IOException {
        this.file = file;
        this.width = width;
        this.height = height;
        this.frameTime = av_make_q(1, framesPerSecond);
        av_log_set_level(AV_LOG_ERROR);
        try {
            openEncoder(framesPerSecond);
            openFile();
            openFrames();
        } catch (IOException | RuntimeException e) {
            free();
            throw e;
        }
    }

    private void openEncoder(int framesPerSecond) throws IOException {
        AVCodec codec = avcodec_find_encoder_by_name("libopenh264");
        if (codec == null) {
            throw new IOException("this build of FFmpeg has no OpenH264 encoder");
        }
        encoder = avcodec_alloc_context3(codec);
        encoder.width(width);
        encoder.height(height);
        encoder.time_base(frameTime);
        encoder.framerate(av_make_q(framesPerSecond, 1));
        encoder.pix_fmt(AV_PIX_FMT_YUV420P);
        encoder.bit_rate(BITS_PER_SECOND);
        encoder.gop_size(SECONDS_BETWEEN_KEY_FRAMES * framesPerSecond);
        encoder.qmin(LEAST_LOSS);
        encoder.qmax(MOST_LOSS);
        encoder.thread_count(1); // more threads would cut the picture into slices
        encoder.color_range(AVCOL_RANGE_MPEG);
        encoder.colorspace(AVCOL_SPC_BT709);
        encoder.color_primaries(AVCOL_PRI_BT709);
        encoder.color_trc(AVCOL_TRC_BT709);
        encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        try (Options options = new Options().set("rc_mode", "quality").set("allow_skip_frames", "0")) {
            check(avcodec_open2(encoder, codec, options.dictionary), "open the encoder");
        }
    }

    private void openFile() throws IOException {
        check(avformat_alloc_output_context2(format, null, "mp4", file.toString()), "make an MP4 file");
        format.flags(format.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
        stream = avformat_new_stream(format, null);
        stream.time_base(frameTime);
        stream.avg_frame_rate(encoder.framerate());
        check(avcodec_parameters_from_context(stream.codecpar(), encoder), "describe the film");
        check(avio_open(output, file.toString(), AVIO_FLAG_WRITE), "open the file");
        format.pb(output);
        try (Options options = new Options().set("movflags", "faststart")) {
            check(avformat_write_header(format, options.dictionary), "write the header");
        }
    }

    private void openFrames() throws IOException {
        allocate(colors, AV_PIX_FMT_BGR0);
        allocate(encoded, AV_PIX_FMT_YUV420P);
        converter = sws_getContext(
                width,
                height,
                AV_PIX_FMT_BGR0,
                width,
                height,
                AV_PIX_FMT_YUV420P,
                SWS_BILINEAR | SWS_ACCURATE_RND,
                null,
                null,
                (DoublePointer) null);
        IntPointer coefficients = sws_getCoefficients(SWS_CS_ITU709);
        int unchanged = 1 << 16;
        check(
                sws_setColorspaceDetails(converter, coefficients, 1, coefficients, 0, 0, unchanged, unchanged),
                "convert colours");
    }

    private void allocate(AVFrame frame, int pixelFormat) throws IOException {
        frame.format(pixelFormat);
        frame.width(width);
        frame.height(height);
        check(av_frame_get_buffer(frame, 0), "allocate a frame");
    }

    /**
     * Shows a picture for some frames.
     *
     * @param fresh whether it is encoded independently of the last picture; if the two differ much, traces of the last
     *     one would remain otherwise
     * @param picture of type {@link BufferedImage#TYPE_INT_RGB} and the film's size
     */
    void add(BufferedImage picture, int count, boolean fresh) throws IOException {
        if (picture.getType() != BufferedImage.TYPE_INT_RGB
                || picture.getWidth() != width
                || picture.getHeight() != height) {
            throw new IllegalArgumentException("the film needs RGB pictures of %d x %d".formatted(width, height));
        }
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        check(av_frame_make_writable(colors), "fill a frame");
        IntPointer rows = new IntPointer(colors.data(0));
        for (int y = 0; y < height; y++) {
            rows.position((long) y * colors.linesize(0) / Integer.BYTES).put(pixels, y * width, width);
        }
        check(av_frame_make_writable(encoded), "fill a frame");
        check(sws_scale_frame(converter, encoded, colors), "convert a frame");
        for (int i = 0; i < count; i++) {
            encoded.pts(frames++);
            encoded.pict_type(fresh && i == 0 ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
            encode(encoded);
        }
    }

    private void encode(AVFrame frame) throws IOException {
        check(avcodec_send_frame(encoder, frame), "encode a frame");
        int result = avcodec_receive_packet(encoder, packet);
        while (result >= 0) {
            packet.duration(1);
            av_packet_rescale_ts(packet, frameTime, stream.time_base());
            packet.stream_index(stream.index());
            check(av_interleaved_write_frame(format, packet), "write a frame");
            result = avcodec_receive_packet(encoder, packet);
        }
        if (result != AVERROR_EOF && result != AVERROR_EAGAIN()) {
            check(result, "encode a frame");
        }
    }

    /** Ends the film; without this the file cannot be played. */
    void finish() throws IOException {
        encode(new AVFrame(null));
        check(av_write_trailer(format), "write the index");
    }

    @Override
    public void close() {
        free();
    }

    private void free() {
        av_packet_free(packet);
        av_frame_free(colors);
        av_frame_free(encoded);
        avcodec_free_context(encoder);
        sws_freeContext(converter);
        if (!format.isNull()) {
            avio_closep(output);
            avformat_free_context(format);
        }
    }

    private void check(int result, String what) throws IOException {
        if (result < 0) {
            try (BytePointer text = new BytePointer(256)) {
                av_strerror(result, text, text.capacity());
                throw new IOException(
                        "cannot %s for %s: %s".formatted(what, file, text.getString(StandardCharsets.UTF_8)));
            }
        }
    }

    /** Named settings of an encoder or a file. */
    private static final class Options implements AutoCloseable {
        private final AVDictionary dictionary = new AVDictionary(null);

        Options set(String name, String value) {
            av_dict_set(dictionary, name, value, 0);
            return this;
        }

        @Override
        public void close() {
            av_dict_free(dictionary);
        }
    }
}
