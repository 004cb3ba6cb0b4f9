import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Calendar;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Signs as any Java shop does: KEYS.p12 PASSWORD, then IN OUT HOW for each file; HOW is plain, form, visible, or the name of an empty field. */
public class PdfBoxSigner {
    private static PrivateKey key;
    private static X509Certificate certificate;

    public static void main(String[] words) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new FileInputStream(words[0]), words[1].toCharArray());
        String alias = store.aliases().nextElement();
        key = (PrivateKey) store.getKey(alias, words[1].toCharArray());
        certificate = (X509Certificate) store.getCertificate(alias);
        for (int at = 2; at + 2 < words.length; at += 3) {
            work(new File(words[at]), new File(words[at + 1]), words[at + 2]);
        }
    }

    private static void work(File source, File target, String how) throws Exception {
        try (PDDocument document = PDDocument.load(source); OutputStreamTo out = new OutputStreamTo(target)) {
            if (how.equals("form")) {
                fieldOn(document, "later");
                document.save(out);
                return;
            }
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(COSName.getPDFName("ETSI.CAdES.detached"));
            signature.setName("PDFBox");
            signature.setSignDate(Calendar.getInstance());
            SignatureOptions options = new SignatureOptions();
            options.setPreferredSignatureSize(20000);
            if (how.equals("visible")) fieldOn(document, "visible").setValue(signature);
            else if (!how.equals("plain")) fill(document, how, signature);
            document.addSignature(signature, PdfBoxSigner::sign, options);
            document.saveIncremental(out);
        }
    }

    /** A field with a picture on the first page, in the document's own form or a new one. */
    private static PDSignatureField fieldOn(PDDocument document, String name) throws IOException {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        if (form == null) {
            form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
        }
        form.getCOSObject().setNeedToBeUpdated(true);
        PDSignatureField field = new PDSignatureField(form);
        field.setPartialName(name);
        PDAnnotationWidget widget = field.getWidgets().get(0);
        PDPage page = document.getPage(0);
        widget.setRectangle(new PDRectangle(40, 20, 120, 40));
        widget.setPage(page);
        widget.setPrinted(true);
        widget.setAppearance(picture(document));
        page.getAnnotations().add(widget);
        page.getCOSObject().setNeedToBeUpdated(true);
        form.getFields().add(field);
        ((COSArray) form.getCOSObject().getDictionaryObject(COSName.FIELDS)).setNeedToBeUpdated(true);
        document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
        return field;
    }

    private static PDAppearanceDictionary picture(PDDocument document) throws IOException {
        PDAppearanceStream stream = new PDAppearanceStream(document);
        stream.setResources(new org.apache.pdfbox.pdmodel.PDResources());
        stream.setBBox(new PDRectangle(120, 40));
        try (PDPageContentStream content = new PDPageContentStream(document, stream)) {
            content.setNonStrokingColor(0.9f, 0.9f, 1f);
            content.addRect(0, 0, 120, 40);
            content.fill();
        }
        PDAppearanceDictionary appearance = new PDAppearanceDictionary();
        appearance.setNormalAppearance(stream);
        return appearance;
    }

    private static void fill(PDDocument document, String name, PDSignature signature) throws IOException {
        PDSignatureField field = (PDSignatureField) document.getDocumentCatalog().getAcroForm(null).getField(name);
        field.setValue(signature);
        PDAnnotationWidget widget = field.getWidgets().get(0);
        PDRectangle place = widget.getRectangle();
        if (place != null && place.getWidth() > 0) widget.setAppearance(picture(document));
        COSDictionary entries = field.getCOSObject();
        entries.setNeedToBeUpdated(true);
    }

    private static byte[] sign(InputStream content) throws IOException {
        try {
            ASN1EncodableVector attributes = new ASN1EncodableVector();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            SigningCertificateV2 named = new SigningCertificateV2(new ESSCertIDv2[] {new ESSCertIDv2(hash)});
            attributes.add(new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(named)));
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                    .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
                    .build(new JcaContentSignerBuilder("SHA256withRSA").build(key), certificate));
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
            return generator.generate(new CMSProcessableByteArray(content.readAllBytes()), false).getEncoded();
        } catch (Exception error) {
            throw new IOException(error);
        }
    }

    private static class OutputStreamTo extends FileOutputStream {
        OutputStreamTo(File file) throws IOException {
            super(file);
        }
    }
}
